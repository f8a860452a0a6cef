"""The widgets of which every screen is made, each written once; they know records only as ids.

Frame
    page.Page(title, question)                add_to_header(w), add(w, stretch), ask(words), make_room(yes);
                                              open_requested(kind, id)
    list_and_detail.ListAndDetail(list, detail, state, back=, shares=)   open_detail(), go_back();
                                              covered(yes), moved(state): keep it
    scrolling.scrolling(*widgets, spacing=)   one below the other, in an area that scrolls up and down
    parts.Panel(*widgets)                     a sheet of paper; more goes into .body
    parts.button(words, name, primary=, small=, quiet=, icon=), parts.icon_button(icon, says, name)
    parts.SearchBox(says, name)
    flow.FlowRow()                            add(w, at_end=): goes on the next line when the line is full
    words.Words(text, role, hides=)           say(text); roles: title heading strong soft small label clock problem
To look at
    table.RecordTable(columns, name, empty=)  show_lines(lines), replace(lines), select(id), selected_id();
                                              selected(id), opened(id)
    columns.Column(title, text, second=, strong=, clock=, chip=, sort_key=, width=, stretch=, right=)
    card.Card(title, empty, aside), card_row.CardRow(kind, id, title, detail, lead=, right=, clock=, chip=, actions=)
                                              show_rows(rows, aside); opened(kind, id), acted(code, kind, id)
    card.Cards([cards])                       two by two, one by one in a narrow window; scrolls
    detail.Detail(name, ask_to_open)          clear(), then kicker, title, chips, section, words, prose, party,
                                              quote, story([Event]), add(w)
    clock_words.ClockWords(words)             a clock before them
    chip.Chip(words, Sign.GOOD), chip.ChipLabel(chip)    Sign.STEP, without a shape, is for every status
    prose.Prose(ask_to_open, fits=)           say(html): loads nothing, opens links only when asked
    empty.Empty(sentence, action)             wanted
To choose and to do
    filter_bar.FilterBar([Choice(code, label)])   count({code: n}), chosen, choose(code),
                                              add_menu(name, label, choices), chosen_in(name); changed
    steps.NextSteps([Step(code, words, missing, primary)])   offer(steps); taken(code)
    notice.Notice()                           say(sentence, "Undo", undo)
    job_bar.JobBar(jobs)                      appears by itself
To write
    form.Form(Entity, ["title", ("agency_ids", SeveralField(options)), ...], desk, privacy=, preview=)
                                              load(entity), replace(entity, **more), changed(), attempt(act) -> bool,
                                              show_problems(problems), field(name), focus(name), is_changed(),
                                              as_draft(), restore_draft(draft); edited, draft_changed, submitted
    field.Desk(jobs, render, ask_to_open, today, working_days)   what fields borrow from the window
    fields.TextField(), NumberField(whole=, optional=), TickField(words), ChoiceField(options), ChoiceField.of(Term)
    several.SeveralField(options, may_add=)   fields.Option(id, label); offer(options) on both kinds of choice
    date_field.DateField(desk), markdown_field.MarkdownField(desk, preview=, tall=)

Saving, as every screen does it:

    def _save(self) -> None:
        if self._form.attempt(lambda: self._register.activities.save(self._form.replace(self._activity))):
            self.saved.emit()
"""
