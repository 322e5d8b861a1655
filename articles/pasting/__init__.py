"""The editor's paste screen, from a release to a draft; only its pages in the admin, and the checks, stand on it.

copies: pasted text becomes working copies, read by `articles.reading` -> proposals: what is `proposed` becomes offers,
one for each thing to decide, with what was `refused` before -> answers: what the editor chose, `tabs` laying the pages
of one copy over each other -> outcomes: what is `decided` becomes a draft and decisions, or errors ->
copies.save_draft, where `articles.filing` makes records of them.

A copy opened again is looked through by renewing, one that holds two releases is cut by parting, and one that a draft
on file may take is merged into it by revising.
"""
