"""Footprint runs a school's social media policy day to day."""
