"""Mock exam forms: assembled to the blueprint, seeded, with an audit of what came out."""

from certstudy.core.form.assembly import Form, assemble
from certstudy.core.form.audit import Audit, FamilyAudit
from certstudy.core.form.exposure import Exposure
from certstudy.core.form.recipe import Recipe
from certstudy.core.form.targets import DIFFICULTY_MIX, KIND_MIX

__all__ = [
    "DIFFICULTY_MIX",
    "KIND_MIX",
    "Audit",
    "Exposure",
    "FamilyAudit",
    "Form",
    "Recipe",
    "assemble",
]
