"""Content packs: YAML files read safely, turned into values of the domain, compiled into a catalogue, checked."""
