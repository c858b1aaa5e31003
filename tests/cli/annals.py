"""A small timeline to change fields of."""

FILE = """\
title: A history   # of sorts
threads:
  north: {name: North}
actors:
  ann: {name: Ann, aliases: ["Smith, Ann"]}
  bob: {name: Bob}
sources:
  ann: {title: A book, locator: a shelf}
events:
  # the first
  - id: first
    date: 2014
    title: First   # as told
    thread: north
    actors: [ann]   # more to come
    summary: >-
      One.
      Two.
    sources: [ann]
    quotes:
      - {speaker: ann, source: ann, text: Words}
    claims:
      - id: c1
        text: It is so.
  - id: second
    date: 2015
    title: Second
    x-own: mine
"""
