import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Settings that keep every notification up until someone acts on it, and a script that notes each as it is shown.
 * Each note is one file of NUL-separated fields, named by the time in microseconds.
 *
 * @param {string} folder
 */
export const writeDunstFiles = (folder) => {
  const shown = join(folder, 'shown')
  mkdirSync(shown)
  const script = join(folder, 'note-notification')
  const note = [
    '#!/bin/bash',
    `at=$EPOCHREALTIME; at=\${at/[.,]/}; file=${shown}/$at-$DUNST_ID`,
    'printf \'%s\\0\' "$at" "$DUNST_ID" "$1" "$2" "$3" "$5" > "$file.part" && mv "$file.part" "$file"',
  ]
  writeFileSync(script, `${note.join('\n')}\n`)
  chmodSync(script, 0o755)
  // The service hands its menu of all actions to a chooser; this one takes the line that the pattern in a file
  // fits, and takes the file too, so that no wish is granted twice.
  const wanted = join(folder, 'wanted-action')
  const chosen = join(folder, 'chosen-action')
  const chooser = join(folder, 'choose-action')
  const choose = [
    '#!/bin/sh',
    `mv ${wanted} ${wanted}.taken || exit 0`,
    `grep -E -m1 -f ${wanted}.taken | tee ${chosen}.part`,
    `mv ${chosen}.part ${chosen}`,
  ]
  writeFileSync(chooser, `${choose.join('\n')}\n`)
  chmodSync(chooser, 0o755)
  const config = join(folder, 'dunstrc')
  writeFileSync(
    config,
    `[global]
    monitor = 0
    follow = none
    width = 360
    origin = top-right
    notification_limit = 0
    history_length = 0
    sticky_history = yes
    idle_threshold = 0
    sort = no
    stack_duplicates = false
    hide_duplicate_count = true
    show_age_threshold = -1
    markup = full
    format = "<b>%s</b>\\n%b"
    ignore_newline = no
    dmenu = ${chooser}
    show_indicators = no
    always_run_script = true
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
[note]
    script = ${script}
`,
  )
  return { config, shown, wanted, chosen }
}
