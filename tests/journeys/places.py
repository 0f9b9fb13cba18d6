"""
Every address that can be opened: by whom it is opened here, and with which row.

A page that is not in this table fails the tests until it has been placed. The table says what
`test_every_page` does with each: look at it, or see that it is no page, and why.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from footprint.policies.asking import Case
from footprint.rulebook.terms import ClauseName
from tests.journeys.everything import (
    AGE,
    MILLBROOK,
    NEWCOMER,
    SLUG,
    TRUST_LEAD,
    Everything,
    reset_key,
)
from tests.journeys.signing import CLASS

Arguments = Callable[[Everything], dict[str, object]]
NOBODY = ""
WITH_APP = "with app"  # signed in a moment ago, with password and code
WITHOUT_APP = "without app"  # signed in a moment ago, with the password alone
HALF_WAY = "half way"  # the password was right, the code is still to come


def _nothing(_: Everything) -> dict[str, object]:
    return {}


def _slug(_: Everything) -> dict[str, object]:
    return {"slug": SLUG}


def _paper(every: Everything) -> dict[str, object]:
    return {"pk": every.adopted.pk, "form": "policy"}


def _pk(name: str) -> Arguments:
    return lambda every: {"pk": getattr(every, name).pk}


def _agreement(name: str) -> Arguments:
    return lambda every: {"pk": getattr(every.agreements, name).pk}


def _exhibit(name: str) -> Arguments:
    """A picture, and the incident that it belongs to."""
    return lambda every: {
        "pk": getattr(every, name).incident_id,
        "exhibit_pk": getattr(every, name).exhibit_id,
    }


def _clause(name: str, clause: ClauseName) -> Arguments:
    return lambda every: {"pk": getattr(every, name).pk, "name": clause.value}


def _connection(name: str) -> Arguments:
    return lambda every: {"pk": getattr(every.connections, name).pk}


def _of_pictures(name: str) -> Arguments:
    return lambda every: {"pk": getattr(every.pictures, name).pk}


def _registered(name: str) -> Arguments:
    return lambda every: {"pk": getattr(every.registered, name).pk}


def _publishing(name: str, **also: object) -> Arguments:
    return lambda every: {"pk": getattr(every.publishing, name).pk, **also}


def _draft_picture(every: Everything) -> dict[str, object]:
    return {"pk": every.publishing.draft.pk, "name": every.publishing.picture.name}


def _keeping(name: str) -> Arguments:
    return lambda every: {"pk": getattr(every.keeping, name).pk}


def _concern(name: str) -> Arguments:
    return lambda every: {"pk": getattr(every.concerns, name).pk}


def _teaching(name: str) -> Arguments:
    return lambda every: {"pk": getattr(every.teaching, name).pk}


def _form(name: str, **also: object) -> Arguments:
    return lambda _: {"form": name, **also}


def _picture_link(every: Everything) -> dict[str, object]:
    return {"token": every.pictures.token}


@dataclass(frozen=True)
class Place:
    """Who opens the page (the part of the address before the @), and about what."""

    who: str = "head"
    about: Arguments = _nothing


PAGES: Mapping[str, Place] = {
    "home:today": Place("dsl"),
    "home:list_registers": Place(),
    "home:show_help": Place(NOBODY),
    "home:show_accessibility": Place(NOBODY),
    "home:show_about": Place(NOBODY),
    "design:show_gallery": Place(),
    "users:show_me": Place(),
    "users:choose_school": Place(TRUST_LEAD),
    "users:need_second_factor": Place(WITHOUT_APP),
    "account_login": Place(NOBODY),
    "account_logout": Place(),
    "account_inactive": Place(NOBODY),
    "account_reauthenticate": Place(WITH_APP),
    "account_change_password": Place(WITH_APP),
    "account_reset_password": Place(NOBODY),
    "account_reset_password_done": Place(NOBODY),
    "account_reset_password_from_key_done": Place(NOBODY),
    "account_reset_password_from_key": Place(NOBODY, lambda every: {**reset_key(every.forgetful)}),
    "mfa_index": Place(WITH_APP),
    "mfa_authenticate": Place(HALF_WAY),
    "mfa_reauthenticate": Place(WITH_APP),
    "mfa_activate_totp": Place(WITHOUT_APP),
    "mfa_deactivate_totp": Place(WITH_APP),
    "mfa_view_recovery_codes": Place(WITH_APP),
    "mfa_generate_recovery_codes": Place(WITH_APP),
    "policies:show_policy": Place("teacher"),
    "policies:upload_document": Place("office"),
    "policies:list_versions": Place(),
    "policies:compare_versions": Place("teacher"),
    "policies:build_policy": Place("office"),
    "policies:build_clause": Place(about=_clause("built", ClauseName.CHANNEL_KEEPERS)),
    "policies:trust_policies": Place(TRUST_LEAD),
    "policies:take_trust_policy": Place(TRUST_LEAD),
    "policies:show_trust_policy": Place(TRUST_LEAD, _pk("trust_policy")),
    "policies:propose_trust_policy": Place(TRUST_LEAD, _pk("trust_policy")),
    "policies:show_version": Place(about=_pk("adopted")),
    "policies:show_paper": Place(about=_paper),
    "policies:review_version": Place(about=_pk("draft")),
    "policies:review_clause": Place(about=_clause("draft", ClauseName.DELETION_REQUEST)),
    "policies:show_document": Place(about=_clause("draft", ClauseName.DELETION_REQUEST)),
    "policies:adopt_version": Place(about=_pk("decided_draft")),
    "policies:set_aside_version": Place(about=_pk("draft")),
    "policies:ask_policy": Place("teacher"),
    "policies:ask_policy_about": Place("teacher", lambda _: {"case": Case.REPLY.value}),
    "guidance:list_facts": Place("teacher"),
    "guidance:show_fact": Place(about=lambda _: {"key": AGE}),
    "guidance:override_fact": Place(about=lambda _: {"key": AGE}),
    "guidance:end_override": Place(about=_pk("override")),
    "website:show_school": Place(NOBODY, _slug),
    "website:show_policy": Place(NOBODY, _slug),
    "website:show_accounts": Place(NOBODY, _slug),
    "website:show_who_to_ask": Place(NOBODY, _slug),
    "website:show_may_i": Place(NOBODY, _slug),
    "website:show_ages": Place(NOBODY, _slug),
    "website:show_family_agreement": Place(NOBODY, _slug),
    "website:show_concerns": Place(NOBODY, _slug),
    "schools:change_details": Place(),
    "schools:publish_pages": Place(),
    "schools:list_names": Place(),
    "schools:add_name": Place(),
    "schools:change_words": Place(),
    "schools:remove_name": Place(about=_pk("name")),
    "schools:list_closures": Place(),
    "schools:add_closure": Place(),
    "schools:remove_closure": Place(about=_pk("closure")),
    "listening:list_sources": Place(),
    "listening:add_source": Place(),
    "listening:change_source": Place(about=_pk("source")),
    "listening:switch_off_source": Place(about=_pk("source")),
    "listening:try_text": Place("accounts"),
    "listening:upload_spreadsheet": Place(),
    "listening:show_upload": Place(about=_pk("upload")),
    "listening:report_sighting": Place("teacher"),
    "listening:stop_now": Place("teacher"),
    "listening:write_sighting": Place("teacher"),
    "listening:sighting_kept": Place("teacher", _pk("sighting")),
    "inbox:list_items": Place("dsl"),
    "inbox:show_item": Place("dsl", _pk("abusive")),
    "inbox:answer_safety": Place("dsl", _pk("new")),
    "inbox:show_ruling": Place("dsl", _pk("unsafe")),
    "inbox:confirm_item": Place("dsl", _pk("abusive")),
    "inbox:move_item": Place("dsl", _pk("abusive")),
    "inbox:shut_out_people": Place("dsl", _pk("abusive")),
    "inbox:reply_item": Place("dsl", _pk("abusive")),
    "inbox:write_reply": Place("dsl", _pk("abusive")),
    "inbox:show_reply": Place("dsl", _pk("abusive")),
    "inbox:send_back_reply": Place("dsl", _pk("abusive")),
    "inbox:leave_item": Place("dsl", _pk("abusive")),
    "inbox:pass_on_item": Place("dsl", _pk("abusive")),
    "inbox:open_incident": Place("dsl", _pk("abusive")),
    "inbox:reopen_item": Place("dsl", _pk("decided")),
    "incidents:list_incidents": Place(),
    "incidents:open_incident": Place(),
    "incidents:break_glass": Place(WITH_APP),  # it asks once more who one is
    "incidents:show_incident": Place(about=_pk("assessed")),
    "incidents:print_incident": Place(about=_pk("assessed")),
    "incidents:assess_incident": Place(about=_pk("opened")),
    "incidents:add_exhibit": Place(about=_pk("assessed")),
    "incidents:show_exhibit": Place(about=_exhibit("exhibit")),
    "incidents:contain_exhibit": Place(about=_exhibit("exhibit")),
    "incidents:destroy_exhibit": Place("dsl", _exhibit("locked")),
    "incidents:name_people": Place(about=_pk("assessed")),
    "incidents:take_back_naming": Place(
        about=lambda every: {"pk": every.naming.incident_id, "naming_pk": every.naming.pk}
    ),
    "incidents:hand_over": Place(about=_pk("assessed")),
    "incidents:request_deletion": Place(about=_pk("assessed")),
    "incidents:record_outcome": Place(
        about=lambda every: {"pk": every.requested.pk, "request_pk": every.request.pk}
    ),
    "incidents:follow_up": Place(about=_pk("assessed")),
    "incidents:report_to_platform": Place(about=_pk("assessed")),
    "incidents:record_answer": Place(
        about=lambda every: {"pk": every.report.incident_id, "report_pk": every.report.pk}
    ),
    "incidents:ask_override": Place(
        about=lambda every: {"pk": every.laddered.override.incident_id}
    ),
    "incidents:answer_override": Place(
        about=lambda every: {
            "pk": every.laddered.override.incident_id,
            "override_pk": every.laddered.override.pk,
        }
    ),
    "incidents:invite_to_meeting": Place(about=_pk("assessed")),
    "incidents:record_meeting": Place(
        about=lambda every: {
            "pk": every.laddered.meeting.incident_id,
            "meeting_pk": every.laddered.meeting.pk,
        }
    ),
    "incidents:show_pack": Place(about=_pk("assessed")),
    "incidents:list_low_level": Place(),
    "incidents:ask_where_to_report": Place("teacher"),
    "incidents:refer_myself": Place("teacher"),
    "incidents:answer_threshold": Place(about=_pk("assessed")),
    "incidents:say_fake": Place(about=_pk("assessed")),
    "incidents:hear_back": Place(about=_pk("assessed")),
    "incidents:refer_incident": Place(about=_pk("assessed")),
    "incidents:add_note": Place(about=_pk("assessed")),
    "incidents:record_support": Place(about=_pk("assessed")),
    "incidents:resolve_incident": Place(about=_pk("assessed")),
    "incidents:close_incident": Place(about=_pk("assessed")),
    "concerns:list_concerns": Place("dsl"),
    "concerns:report_concern": Place("teacher"),
    "concerns:show_concern": Place("dsl", _concern("waiting")),
    "concerns:answer_concern": Place("dsl", _concern("waiting")),
    "concerns:close_concern": Place("dsl", _concern("waiting")),
    "concerns:name_people": Place("dsl", _concern("waiting")),
    "concerns:open_incident": Place("dsl", _concern("of_staff")),
    "concerns:list_complaints": Place("dsl"),
    "concerns:open_complaint": Place("dsl"),
    "concerns:set_procedure": Place(),
    "concerns:show_complaint": Place("dsl", _concern("complaint")),
    "concerns:go_to_next_stage": Place("dsl", _concern("complaint")),
    "concerns:end_complaint": Place("dsl", _concern("complaint")),
    "concerns:tell_as_parent": Place(NOBODY, _slug),
    "concerns:tell_without_name": Place(NOBODY, _slug),
    "concerns:tell_as_child": Place(NOBODY, _slug),
    "concerns:read_answers": Place(NOBODY, _slug),
    "people:list_people": Place("office"),
    "people:add_person": Place("office"),
    "people:show_person": Place("office", _registered("pupil")),
    "people:change_person": Place("office", _registered("pupil")),
    "people:give_part": Place("office", _registered("pupil")),
    "people:end_part": Place("office", _registered("part")),
    "people:link_family": Place("office", _registered("pupil")),
    "people:change_link": Place("office", _registered("link")),
    "people:unlink_family": Place("office", _registered("link")),
    "people:record_leaving": Place("office", _registered("pupil")),
    "people:undo_leaving": Place("office", _registered("leaving")),
    "people:record_return": Place("office", _registered("gone")),
    "people:move_classes": Place("office"),
    "people:list_imports": Place("office"),
    "people:upload_people": Place("office"),
    "people:choose_columns": Place("office", _registered("new_file")),
    "people:preview_import": Place("office", _registered("previewed")),
    "people:set_import_aside": Place("office", _registered("previewed")),
    "people:show_import": Place("office", _registered("written")),
    "image_permissions:list_permissions": Place("office"),
    "image_permissions:check_picture": Place("teacher"),
    "image_permissions:ask_families": Place("office"),
    "image_permissions:record_class": Place("office"),
    "image_permissions:show_person": Place("dsl", _of_pictures("pupil")),
    "image_permissions:record_paper": Place("office", _of_pictures("pupil")),
    "image_permissions:strike_out": Place("office", _of_pictures("answer")),
    "image_permissions:list_protections": Place("dsl"),
    "image_permissions:protect_person": Place("dsl", _of_pictures("pupil")),
    "image_permissions:end_protection": Place("dsl", _of_pictures("protection")),
    "image_permissions:answer_question": Place(NOBODY, _picture_link),
    "image_permissions:show_saved": Place(NOBODY, _picture_link),
    "connection_exceptions:list_connections": Place("office"),
    "connection_exceptions:review_connections": Place(),
    "connection_exceptions:record_connection": Place("office"),
    "connection_exceptions:ask_for_declaration": Place("office"),
    "connection_exceptions:show_connection": Place("dsl", _connection("allowed")),
    "connection_exceptions:decide_connection": Place(about=_connection("waiting")),
    "connection_exceptions:change_end": Place(about=_connection("allowed")),
    "connection_exceptions:end_connection": Place("office", _connection("allowed")),
    "connection_exceptions:list_head_connections": Place("chair"),
    "connection_exceptions:review_head_connections": Place("chair"),
    "connection_exceptions:show_head_connection": Place("chair", _connection("of_head")),
    "connection_exceptions:decide_head_connection": Place("chair", _connection("of_head")),
    "connection_exceptions:change_head_end": Place("chair", _connection("of_head")),
    "connection_exceptions:list_mine": Place("teacher"),
    "connection_exceptions:show_mine": Place("teacher", _connection("waiting")),
    "connection_exceptions:end_mine": Place("teacher", _connection("waiting")),
    "connection_exceptions:declare_connection": Place("teacher"),
    "connection_exceptions:declare_by_link": Place(
        NOBODY, lambda every: {"token": every.connections.token}
    ),
    "connection_exceptions:thank_declarer": Place(NOBODY),
    "connection_exceptions:list_attempts": Place("dsl"),
    "connection_exceptions:report_attempt": Place("teacher"),
    "connection_exceptions:show_attempt": Place("dsl", _connection("attempt")),
    "connection_exceptions:settle_attempt": Place("dsl", _connection("attempt")),
    "connection_exceptions:ask_connection": Place("teacher"),
    "connection_exceptions:check_privacy": Place("teacher"),
    "incidents:open_from_attempt": Place("dsl", _connection("attempt")),
    "agreements:list_agreements": Place("office"),
    "agreements:plan_reminders": Place("office"),
    "agreements:list_mine": Place("teacher"),
    "agreements:sign_mine": Place("teacher", lambda _: {"audience": "staff"}),
    "agreements:list_classes": Place("teacher"),
    "agreements:sign_class": Place(
        "teacher", lambda _: {"audience": "juniors", "class_name": CLASS}
    ),
    "agreements:answer_link": Place(NOBODY, lambda every: {"token": every.agreements.token}),
    "agreements:show_person": Place(
        "office", lambda every: {"pk": every.agreements.answer.person_id}
    ),
    "agreements:correct_answer": Place("office", _agreement("answer")),
    "agreements:show_text": Place("office", _agreement("text")),
    "agreements:use_text": Place("office", _agreement("draft")),
    "agreements:discard_text": Place("office", _agreement("draft")),
    "agreements:stop_text": Place("office", _agreement("text")),
    "agreements:show_audience": Place("office", lambda _: {"audience": "juniors"}),
    "agreements:write_text": Place("office", lambda _: {"audience": "volunteers"}),
    "agreements:ask_people": Place("office", lambda _: {"audience": "parents"}),
    "agreements:record_paper": Place("office", lambda _: {"audience": "juniors"}),
    "publishing:list_drafts": Place("office"),
    "publishing:check_words": Place("teacher"),
    "publishing:add_draft": Place("office"),
    "publishing:set_periods": Place(),
    "publishing:list_take_downs": Place("office"),
    "publishing:close_take_down": Place("office", _publishing("task")),
    "publishing:show_draft": Place("office", _publishing("draft")),
    "publishing:change_draft": Place("office", _publishing("draft")),
    "publishing:choose_people": Place("office", _publishing("draft")),
    "publishing:keep_finding": Place(
        "office",
        lambda every: {"pk": every.publishing.draft.pk, "finding": every.publishing.finding},
    ),
    "publishing:add_picture": Place("office", _publishing("draft")),
    "publishing:describe_picture": Place("office", _draft_picture),
    "publishing:remove_picture": Place("office", _draft_picture),
    "publishing:send_back_draft": Place(about=_publishing("waiting")),
    "publishing:give_up_draft": Place("office", _publishing("draft")),
    "publishing:hand_over_draft": Place("office", _publishing("approved")),
    "publishing:record_publication": Place(
        "office",
        lambda every: {
            "pk": every.publishing.approved.pk,
            "place": every.publishing.approved.places.get().pk,
        },
    ),
    "lessons:list_lessons": Place("teacher"),
    "lessons:choose_years": Place("teacher"),
    "lessons:list_recorded": Place("teacher"),
    "lessons:record_lesson": Place("teacher"),
    "lessons:plan_lesson": Place("teacher"),
    "lessons:show_lesson": Place("teacher", _teaching("lesson")),
    "lessons:mark_taught": Place("teacher", _teaching("plan")),
    "lessons:correct_lesson": Place("teacher", _teaching("lesson")),
    "lessons:withdraw_lesson": Place("teacher", _teaching("lesson")),
    "lessons:list_offers": Place("office"),
    "lessons:record_offer": Place("office"),
    "lessons:show_offer": Place("office", _teaching("offer")),
    "lessons:correct_offer": Place("office", _teaching("offer")),
    "lessons:withdraw_offer": Place("office", _teaching("offer")),
    "official_accounts:list_accounts": Place(),
    "official_accounts:add_account": Place("office"),
    "official_accounts:compare_policy": Place("office"),
    "official_accounts:show_live_policy": Place("teacher", _form("policy")),
    "official_accounts:list_lookalikes": Place("office"),
    "official_accounts:add_lookalike": Place("office"),
    "official_accounts:show_lookalike": Place("office", _keeping("lookalike")),
    "official_accounts:show_handover": Place(about=_keeping("handover")),
    "official_accounts:show_account": Place("office", _keeping("account")),
    "official_accounts:change_account": Place("office", _keeping("account")),
    "official_accounts:name_people": Place("office", _keeping("account")),
    "official_accounts:review_account": Place("office", _keeping("account")),
    "official_accounts:close_account": Place("office", _keeping("account")),
    "rota:list_due": Place("teacher"),
    "rota:list_channels": Place(),
    "rota:add_channel": Place(),
    "rota:plan_from_policy": Place(),
    "rota:show_channel": Place(about=_keeping("channel")),
    "rota:name_checkers": Place(about=_keeping("channel")),
    "rota:end_channel": Place(about=_keeping("channel")),
    "rota:correct_look": Place("teacher", _keeping("look")),
    "rota:list_covers": Place(),
    "reports:governors": Place("chair"),
    "reports:suggest_lessons": Place(),
    "reports:audit_trail": Place(),
}
# The same pages in another state, which looks different: {address: what is shown}.
OTHER_STATES: Mapping[str, tuple[str, Place]] = {
    "the first page of a teacher": ("home:today", Place("teacher")),
    "an item that waits": ("inbox:show_item", Place("dsl", _pk("new"))),
    "an item that is decided": ("inbox:show_item", Place("dsl", _pk("decided"))),
    "an opinion": ("inbox:open_incident", Place("dsl", _pk("opinion"))),
    "a request that waits": ("incidents:show_incident", Place(about=_pk("requested"))),
    "no second request": ("incidents:request_deletion", Place(about=_pk("requested"))),
    "what is missing": ("incidents:close_incident", Place(about=_pk("requested"))),
    "a new incident": ("incidents:show_incident", Place(about=_pk("opened"))),
    "a closed incident": ("incidents:show_incident", Place(about=_pk("closed"))),
    "a clause that is decided": (
        "policies:review_clause",
        Place(about=_clause("decided_draft", ClauseName.MINIMUM_AGE)),
    ),
    "a clause that is not there": (
        "policies:review_clause",
        Place(about=_clause("draft", ClauseName.CHANNEL_KEEPERS)),
    ),
    "a draft that is written": ("policies:review_version", Place(about=_pk("built"))),
    "a clause that is written": (
        "policies:build_clause",
        Place(about=_clause("built", ClauseName.DELETION_REQUEST)),
    ),
    "a policy to be written": ("policies:build_policy", Place(NEWCOMER)),
    "a draft of the trust": ("policies:review_version", Place(MILLBROOK, _pk("proposal"))),
    "a clause of the trust": (
        "policies:review_clause",
        Place(MILLBROOK, _clause("proposal", ClauseName.QUESTIONS)),
    ),
    "a policy beside the trust's": ("policies:show_policy", Place(MILLBROOK)),
    "nothing to compare": ("policies:compare_versions", Place(NEWCOMER)),
    "nothing waits": ("home:today", Place(NEWCOMER)),
    "nobody registered": ("people:list_people", Place(NEWCOMER)),
    "no imports": ("people:list_imports", Place(NEWCOMER)),
    "no classes": ("people:move_classes", Place(NEWCOMER)),
    "somebody who left": ("people:show_person", Place("office", _registered("gone"))),
    "no permissions": ("image_permissions:list_permissions", Place(NEWCOMER)),
    "no protections": ("image_permissions:list_protections", Place(NEWCOMER)),
    "no uses": ("image_permissions:check_picture", Place(NEWCOMER)),
    "no items": ("inbox:list_items", Place(NEWCOMER)),
    "no incidents": ("incidents:list_incidents", Place(NEWCOMER)),
    "no sources": ("listening:list_sources", Place(NEWCOMER)),
    "no names": ("schools:list_names", Place(NEWCOMER)),
    "no closed days": ("schools:list_closures", Place(NEWCOMER)),
    "no policy": ("policies:show_policy", Place(NEWCOMER)),
    "no policy to ask": ("policies:ask_policy", Place(NEWCOMER)),
    "no versions": ("policies:list_versions", Place(NEWCOMER)),
    "no declared links": ("connection_exceptions:list_connections", Place(NEWCOMER)),
    "no links of my own": ("connection_exceptions:list_mine", Place("governor")),
    "nothing to review": ("connection_exceptions:review_connections", Place(NEWCOMER)),
    "no reports of attempts": ("connection_exceptions:list_attempts", Place(NEWCOMER)),
    "a settled report": (
        "connection_exceptions:show_attempt",
        Place("dsl", _connection("settled")),
    ),
    "a link that waits": (
        "connection_exceptions:show_connection",
        Place(about=_connection("waiting")),
    ),
    "no policy to ask about links": ("connection_exceptions:ask_connection", Place(NEWCOMER)),
    "no agreements": ("agreements:list_agreements", Place(NEWCOMER)),
    "nobody to sign": (
        "agreements:show_audience",
        Place(NEWCOMER, lambda _: {"audience": "juniors"}),
    ),
    "no class to sign with": ("agreements:list_classes", Place(NEWCOMER)),
    "not in the register": ("agreements:list_mine", Place("governor")),
    "a draft of an agreement": ("agreements:show_text", Place("office", _agreement("draft"))),
    "a draft that waits": ("publishing:show_draft", Place(about=_publishing("waiting"))),
    "a draft that came back": ("publishing:show_draft", Place("office", _publishing("rejected"))),
    "a draft that is out": ("publishing:show_draft", Place("office", _publishing("out"))),
    "permission has gone": ("publishing:hand_over_draft", Place("office", _publishing("blocked"))),
    "no drafts": ("publishing:list_drafts", Place(NEWCOMER)),
    "nothing to take down": ("publishing:list_take_downs", Place(NEWCOMER)),
    "no lessons": ("lessons:list_lessons", Place(NEWCOMER)),
    "no lesson recorded": ("lessons:list_recorded", Place(NEWCOMER)),
    "a plan of a lesson": ("lessons:show_lesson", Place("teacher", _teaching("plan"))),
    "a corrected lesson": ("lessons:show_lesson", Place("teacher", _teaching("corrected"))),
    "no offers": ("lessons:list_offers", Place(NEWCOMER)),
    "no accounts": ("official_accounts:list_accounts", Place(NEWCOMER)),
    "no policy to take accounts from": ("official_accounts:compare_policy", Place(NEWCOMER)),
    "no lookalikes": ("official_accounts:list_lookalikes", Place(NEWCOMER)),
    "an account to be decided": (
        "official_accounts:show_account",
        Place(about=_keeping("proposed")),
    ),
    "nothing to look at": ("rota:list_due", Place(NEWCOMER)),
    "nothing on the rota": ("rota:list_channels", Place(NEWCOMER)),
    "no policy to plan from": ("rota:plan_from_policy", Place(NEWCOMER)),
    "a listing on the rota": ("rota:show_channel", Place(about=_keeping("listing"))),
    "no complaints": ("concerns:list_complaints", Place(NEWCOMER)),
    "no concerns": ("concerns:list_concerns", Place(NEWCOMER)),
    "an urgent concern": ("concerns:show_concern", Place("dsl", _concern("urgent"))),
    "a closed concern": ("concerns:show_concern", Place("dsl", _concern("closed"))),
    "an empty report": ("reports:governors", Place(NEWCOMER)),
    "nothing to suggest": ("reports:suggest_lessons", Place(NEWCOMER)),
}
# Buttons: they change something, so they are never opened by a link.
BUTTONS: Mapping[str, Arguments] = {
    "concerns:acknowledge_complaint": _concern("complaint"),
    "concerns:write_back": _slug,
    "people:answer_questions": _registered("previewed"),
    "image_permissions:start_register": _nothing,
    "image_permissions:print_sheets": _nothing,
    "policies:confirm_same_clauses": _pk("proposal"),
    "policies:keep_clause": _clause("proposal", ClauseName.CONDUCT),
    "policies:confirm_clause": _clause("draft", ClauseName.CONDUCT),
    "policies:deny_clause": _clause("draft", ClauseName.CONDUCT),
    "policies:reopen_clause": _clause("draft", ClauseName.CONDUCT),
    "listening:switch_on_source": _pk("source"),
    "listening:choose_columns": _nothing,
    "agreements:print_links": lambda _: {"audience": "parents"},
    "schools:unpublish_pages": _nothing,
    "publishing:submit_draft": _publishing("draft"),
    "publishing:approve_draft": _publishing("waiting"),
    "official_accounts:approve_openings": _nothing,
    "official_accounts:decide_proposal": _keeping("proposed"),
    "official_accounts:take_step": lambda every: {
        "pk": every.keeping.handover.pk,
        "name": "access",
    },
    "official_accounts:sign_off_handover": _keeping("handover"),
    "rota:record_look": _keeping("channel"),
    "rota:withdraw_cover": _keeping("cover"),
    "users:demo_sign_in": _pk("forgetful"),
}
# Files to keep: {address: (who opens it and about what, its type)}.
FILES: Mapping[str, tuple[Place, str]] = {
    "people:export_people": (
        Place("office", lambda _: {"form": "csv"}),
        "text/csv; charset=utf-8",
    ),
    "image_permissions:export_permissions": (
        Place("office", lambda _: {"form": "csv"}),
        "text/csv; charset=utf-8",
    ),
    "reports:print_governors": (Place("chair"), "application/pdf"),
    "incidents:draw_exhibit": (
        Place(about=lambda every: {**_exhibit("exhibit")(every), "look": "covered"}),
        "image/jpeg",
    ),
    "incidents:print_pack": (Place(about=_pk("assessed")), "application/pdf"),
    "reports:export_governors": (Place("chair"), "text/csv; charset=utf-8"),
    "policies:print_policy": (
        Place("teacher", lambda every: {**_paper(every), "format": "pdf"}),
        "application/pdf",
    ),
    "connection_exceptions:export_connections": (
        Place("office", lambda _: {"form": "csv"}),
        "text/csv; charset=utf-8",
    ),
    "agreements:export_audience": (
        Place("office", lambda _: {"audience": "juniors", "form": "csv"}),
        "text/csv; charset=utf-8",
    ),
    "agreements:export_text": (Place("office", _agreement("text")), "text/plain; charset=utf-8"),
    "publishing:export_drafts": (
        Place("office", lambda _: {"form": "csv"}),
        "text/csv; charset=utf-8",
    ),
    "publishing:export_take_downs": (
        Place("office", lambda _: {"form": "csv"}),
        "text/csv; charset=utf-8",
    ),
    "publishing:show_picture": (Place("office", _draft_picture), "image/jpeg"),
    "official_accounts:export_accounts": (
        Place("office", _form("csv")),
        "text/csv; charset=utf-8",
    ),
    "official_accounts:print_live_policy": (
        Place("teacher", _form("policy", format="pdf")),
        "application/pdf",
    ),
    "lessons:export_grid": (Place("teacher", _form("csv")), "text/csv; charset=utf-8"),
    "lessons:export_lessons": (Place("teacher", _form("csv")), "text/csv; charset=utf-8"),
    "lessons:export_offers": (Place("office", _form("csv")), "text/csv; charset=utf-8"),
    "rota:export_looks": (Place("office", _form("csv")), "text/csv; charset=utf-8"),
    "mfa_download_recovery_codes": (Place(WITH_APP), "text/plain"),
}
# allauth looks these names up; at a school they are not found.
NOT_HERE = frozenset({"account_signup", "account_email", "account_email_verification_sent"})
# Who has a password has nothing to set: they are led to changing it.
LEADS_ON: Mapping[str, str] = {"account_set_password": "account_change_password"}
