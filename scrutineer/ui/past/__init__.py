"""The record as it stood on a past day: asked for, shown in the window’s place, and shut against writing."""
