"""Template tags with a body: {% kaart kop="…" %} … {% eindkaart %}, with places for a second piece of content.

{% plek "acties" %} … {% eindplek %} inside such a tag hands its content to the part around it instead of
writing it where it stands.
"""

from collections.abc import Callable
from inspect import getfullargspec
from typing import Any, cast

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.template.engine import Engine
from django.template.library import parse_bits
from django.utils.safestring import SafeString, mark_safe

_PLEKKEN = "doorzicht.plekken"


class BlokNode(template.Node):
    """A part around a body: renders the body, then the template of the part with both."""

    def __init__(
        self,
        func: Callable[..., dict[str, Any]],
        template_name: str,
        args: list[FilterExpression],
        kwargs: dict[str, FilterExpression],
        nodelist: NodeList,
    ) -> None:
        self.func, self.template_name = func, template_name
        self.args, self.kwargs, self.nodelist = args, kwargs, nodelist

    def render(self, context: Context) -> SafeString:
        stack = cast("list[dict[str, str]]", context.render_context.setdefault(_PLEKKEN, []))
        stack.append({})
        try:
            body = self.nodelist.render(context)
        finally:
            plekken = stack.pop()
        args = [arg.resolve(context) for arg in self.args]
        kwargs = {name: value.resolve(context) for name, value in self.kwargs.items()}
        values = self.func(*args, **kwargs) | {"inhoud": body, **plekken}
        template_ = _engine(context).get_template(self.template_name)
        return template_.render(context.new(values))


def _engine(context: Context) -> Engine:
    """The engine that renders this page; a context without a page cannot hold a part."""
    if context.template is None:
        raise template.TemplateSyntaxError("A part is drawn inside a template.")
    return context.template.engine


class PlekNode(template.Node):
    """Content for a named place of the part around it."""

    def __init__(self, naam: FilterExpression, nodelist: NodeList) -> None:
        self.naam, self.nodelist = naam, nodelist

    def render(self, context: Context) -> SafeString:
        stack = cast("list[dict[str, str]]", context.render_context.get(_PLEKKEN))
        if not stack:
            raise template.TemplateSyntaxError("{% plek %} stands outside a part that has places.")
        stack[-1][str(self.naam.resolve(context))] = self.nodelist.render(context)
        return mark_safe("")


def register_block(register: template.Library, naam: str, template_name: str) -> Callable[..., Any]:
    """Decorator: the function gets the tag's arguments and returns the values of the part's template."""

    def decorate(func: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
        spec = getfullargspec(func)

        def compile_tag(parser: Parser, token: Token) -> BlokNode:
            bits = token.split_contents()[1:]
            # The stubs lack takes_context, which Django asks for before the name.
            args, kwargs = parse_bits(  # type: ignore[call-arg]
                parser, bits, spec.args, spec.varargs, spec.varkw, spec.defaults,
                spec.kwonlyargs, spec.kwonlydefaults, False, naam,  # type: ignore[arg-type]
            )  # fmt: skip
            nodelist = parser.parse((f"eind{naam}",))
            parser.delete_first_token()
            return BlokNode(func, template_name, args, kwargs, nodelist)

        register.tag(naam, compile_tag)
        return func

    return decorate


def compile_plek(parser: Parser, token: Token) -> PlekNode:
    """{% plek "acties" %} … {% eindplek %}"""
    bits = token.split_contents()
    if len(bits) != 2:
        raise template.TemplateSyntaxError('{% plek %} wants one name, like {% plek "acties" %}.')
    nodelist = parser.parse(("eindplek",))
    parser.delete_first_token()
    return PlekNode(parser.compile_filter(bits[1]), nodelist)
