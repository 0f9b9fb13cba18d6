"""Governors' report, audit trail: counts and proofs, never cases."""
