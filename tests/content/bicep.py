"""A parser of Bicep: whether a file has the form that the language asks for."""

from tree_sitter import Language, Node, Parser
from tree_sitter_bicep import language


def bicep_fault(code: str) -> str:
    """Where Bicep cannot be read; empty if it can, or for a file of parameters, which the grammar does not know."""
    if code.lstrip().startswith("using "):
        return ""
    tree = Parser(Language(language())).parse(code.encode("utf-8"))
    fault = _first_fault(tree.root_node)
    return f"line {fault.start_point.row + 1}: {fault.type or 'something'} is not Bicep" if fault else ""


def _first_fault(node: Node) -> Node | None:
    if node.is_error or node.is_missing:
        return node
    return next(
        (found for child in node.children if child.has_error and (found := _first_fault(child))), None
    )
