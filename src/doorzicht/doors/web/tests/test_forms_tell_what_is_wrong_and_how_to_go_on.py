"""A form in Doorzicht: label, explanation, error and field belong together for the eye and for a screen reader."""

import pytest
from django import forms
from django.utils import translation
from lxml import html

from doorzicht.doors.web.onderdelen.formulieren import summary_heading


class Proef(forms.Form):
    """A field of every kind that the intake uses."""

    naam = forms.CharField(label="Naam", help_text="Alleen als je dat wilt.")
    jong = forms.ChoiceField(
        label="Jonger dan 18?",
        choices=[("ja", "Ja"), ("weet-niet", "Weet ik niet")],
        widget=forms.RadioSelect(attrs={"uitleg": {"ja": "of misschien"}}),
        error_messages={"required": "Kies een antwoord."},
    )
    dag = forms.DateField(label="Wanneer?")
    extra = forms.CharField(
        label="Nog iets?", required=False, widget=forms.TextInput(attrs={"placeholder": "x"})
    )


@pytest.fixture
def fout():
    return html.fromstring(f"<form>{Proef({'naam': 'Testnaam'})}</form>")


@pytest.fixture
def schoon():
    return html.fromstring(f"<form>{Proef()}</form>")


def test_the_summary_links_to_each_field_that_exists_on_the_page(fout):
    links = fout.xpath("//*[@data-foutsamenvatting]//a/@href")
    assert links == ["#id_jong_0", "#id_dag"]
    assert all(fout.xpath(f"//input[@id='{link[1:]}']") for link in links)


def test_a_clean_form_has_no_summary_and_no_red(schoon):
    assert not schoon.xpath("//*[@data-foutsamenvatting]")
    assert not schoon.xpath("//*[@aria-invalid]")


def test_the_typed_text_is_kept(fout):
    assert fout.xpath("//input[@name='naam']/@value") == ["Testnaam"]


def test_error_and_explanation_are_tied_to_their_field(fout):
    described = fout.xpath("//input[@name='dag']/@aria-describedby")[0].split()
    assert described == ["id_dag_vorm", "id_dag_error"]
    assert all(fout.xpath(f"//*[@id='{i}']") for i in described)
    assert fout.xpath("//input[@name='dag']/@aria-invalid") == ["true"]
    assert fout.xpath("//input[@name='naam']/@aria-describedby") == ["id_naam_helptext"]


def test_an_error_is_announced_as_one(fout):
    (error,) = fout.xpath("//*[@id='id_jong_error']")
    assert "Fout: Kies een antwoord." in " ".join(error.text_content().split())


def test_a_group_of_choices_is_a_fieldset_with_a_legend_and_nothing_chosen_beforehand(schoon):
    (group,) = schoon.xpath("//fieldset[.//input[@name='jong']]")
    assert group.xpath("./legend")[0].text_content().strip() == "Jonger dan 18?"
    assert not group.xpath(".//input[@checked]")
    assert "of misschien" in group.text_content()


def test_explanations_of_choices_do_not_leak_into_attributes(schoon):
    assert not schoon.xpath("//*[@uitleg or @kolommen]")


def test_a_field_that_may_stay_empty_says_so_and_others_do_not(schoon):
    assert "(mag leeg)" in schoon.xpath("//label[@for='id_extra']")[0].text_content()
    assert "(mag leeg)" not in schoon.xpath("//label[@for='id_naam']")[0].text_content()


def test_no_field_hides_its_meaning_in_a_placeholder(schoon):
    assert not schoon.xpath("//*[@placeholder]")


def test_the_heading_counts_in_words_a_person_reads_at_once():
    assert summary_heading(1) == "Eén antwoord klopt nog niet"
    assert summary_heading(3) == "3 antwoorden kloppen nog niet"


def test_an_english_page_gets_english_words():
    with translation.override("en"):
        page = html.fromstring(f"<form>{Proef({'naam': 'Test'})}</form>").text_content()
    assert "2 answers are not right yet" in page
    assert "Error: " in page
    assert "Fout" not in page
