import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect } from 'react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { drafts, type Mode, useDrafts } from '../../desk/draft-store'
import { beginEditing, lastEditable, useEditing, writeEdit } from '../../desk/editing-store'
import type { MarkName } from '../../desk/marks'
import { requestFocus, useSelection } from '../../desk/selection-store'
import { useSettings } from '../../desk/settings-store'
import { isMac } from '../../ui/key-words'
import { TextArea } from '../../ui/text-area'
import { useHandedFocus } from '../../ui/use-handed-focus'
import { noFiles, noOtherFiles, stageFiles } from './attach'
import { type Selection, toggleMark, wrapLink } from './formatting'
import { addNote, cancelEdit, itemsOf, saveEdit, sayProblem, seenPosition, sendReply } from './send-store'

/** Drafts may be longer than what can be sent, so that a long paste can be cut down here. */
const longestDraft = 4 * 4096
/** The last focus request that was answered: one that came before the field existed still counts. */
let answered = 0

export interface FieldProps {
  readonly ticket: TicketView
  readonly mode: Mode
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
}

/** The text itself, with its keys (interface.md section 10). */
export function Field({ ticket, mode, fieldRef }: FieldProps) {
  const ticketId = ticket.id
  const draft = useDrafts(ticketId)[mode]
  const editing = useEditing(ticketId)
  const isEditing = mode === 'reply' && editing !== null
  const text = isEditing ? editing.text : draft.text
  const sendKey = useSettings((state) => state.settings.sendKey)
  const focus = useSelection((state) => state.focus)

  useEffect(() => {
    if (focus?.part !== 'composer' || focus.count <= answered) return
    // The field of the ticket that is about to come takes it.
    if (useSelection.getState().ticketId !== ticketId) return
    answered = focus.count
    const field = fieldRef.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [focus, fieldRef, ticketId])

  useHandedFocus('composer', fieldRef)

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const run = keyMeaning(event, { ticketId, mode, sendKey, isEditing })
    if (run === null) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
  return (
    <TextArea
      ref={fieldRef}
      className="composer-field"
      label={mode === 'note' ? 'Internal note' : isEditing ? 'Edited reply' : 'Reply'}
      placeholder={mode === 'note' ? 'Write for your team' : 'Write to the customer'}
      minRows={2}
      maxRows={12}
      maxLength={longestDraft}
      dir="auto"
      value={text}
      onChange={(event) => {
        sayProblem(ticketId, null)
        if (isEditing) writeEdit(ticketId, event.target.value)
        else drafts.write(ticketId, mode, { text: event.target.value }, seenPosition(ticketId))
      }}
      onBlur={drafts.flush}
      onKeyDown={onKeyDown}
      onPaste={(event) => paste(event, ticketId, mode, isEditing)}
    />
  )
}

const markKeys: Readonly<Record<string, MarkName>> = {
  b: 'bold',
  i: 'italic',
  'shift x': 'strike',
  'shift m': 'code',
}

interface Typing {
  readonly ticketId: string
  readonly mode: Mode
  readonly sendKey: 'ctrl-enter' | 'enter'
  /** A reply at the customer stands in the field. */
  readonly isEditing: boolean
}

function keyMeaning(
  event: KeyboardEvent<HTMLTextAreaElement>,
  { ticketId, mode, sendKey, isEditing }: Typing,
): (() => void) | null {
  const field = event.currentTarget
  const hasMod = isMac() ? event.metaKey : event.ctrlKey
  if (event.key === 'Enter') {
    if (mode === 'note')
      return hasMod !== (sendKey === 'enter') && !event.shiftKey ? () => void addNote(ticketId) : null
    if (hasMod && event.shiftKey && !isEditing) return () => void sendReply(ticketId, 'wait')
    if (hasMod && event.altKey && !isEditing) return () => void sendReply(ticketId, 'resolve')
    if (event.shiftKey || event.altKey) return null
    if (hasMod !== (sendKey === 'enter'))
      return () => void (isEditing ? saveEdit(ticketId) : sendReply(ticketId, 'nothing'))
    return hasMod ? () => insert(field, '\n') : null
  }
  if (event.key === 'ArrowUp' && mode === 'reply' && !isEditing) return editLast(event, ticketId)
  if (event.key === 'Escape') {
    if (isEditing) return () => cancelEdit(ticketId)
    return drafts.of(ticketId).reply.replyTo !== null && mode === 'reply'
      ? () => drafts.write(ticketId, 'reply', { replyTo: null })
      : () => requestFocus('conversation')
  }
  if (hasMod && event.shiftKey && event.key.toLowerCase() === 'n')
    return () => {
      drafts.setMode(ticketId, mode === 'note' ? 'reply' : 'note')
      requestFocus('composer')
    }
  const mark = markKeys[`${event.shiftKey ? 'shift ' : ''}${event.key.toLowerCase()}`]
  return hasMod && !event.altKey && mark !== undefined && mode === 'reply'
    ? () => applyMark(field, mark)
    : null
}

/** Up in an empty field takes up one's last reply, as in Telegram; anything else is the caret's. */
function editLast(event: KeyboardEvent<HTMLTextAreaElement>, ticketId: string): (() => void) | null {
  const { reply, attachments } = drafts.of(ticketId)
  const isEmpty = event.currentTarget.value === '' && reply.replyTo === null && attachments.length === 0
  if (!isEmpty || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return null
  const last = lastEditable(itemsOf(ticketId))
  return last && (() => beginEditing(ticketId, last))
}

/** Types text over the selection, so that the field's own undo knows it. */
function insert(field: HTMLTextAreaElement, text: string) {
  field.focus()
  document.execCommand('insertText', false, text)
}

function replaceAll(field: HTMLTextAreaElement, { text, from, to }: Selection) {
  field.setSelectionRange(0, field.value.length)
  insert(field, text)
  field.setSelectionRange(from, to)
}

const selectionOf = (field: HTMLTextAreaElement): Selection => ({
  text: field.value,
  from: field.selectionStart,
  to: field.selectionEnd,
})

/** Puts a mark around what is selected, or takes it away. */
export function applyMark(field: HTMLTextAreaElement, mark: MarkName): void {
  replaceAll(field, toggleMark(selectionOf(field), mark))
}

function paste(event: ClipboardEvent<HTMLTextAreaElement>, ticketId: string, mode: Mode, isEditing: boolean) {
  const files = [...event.clipboardData.files]
  if (files.length > 0 && isEditing) {
    event.preventDefault()
    sayProblem(ticketId, noOtherFiles)
    return
  }
  if (files.length > 0 && mode === 'reply') {
    event.preventDefault()
    void stageFiles(ticketId, files).then((why) => sayProblem(ticketId, why))
    return
  }
  const field = event.currentTarget
  const address = event.clipboardData.getData('text/plain').trim()
  if (files.length > 0 && address === '') sayProblem(ticketId, noFiles)
  const isSelected = field.selectionEnd > field.selectionStart
  if (mode !== 'reply' || !isSelected || !/^https?:\/\/\S+$/.test(address)) return
  event.preventDefault()
  replaceAll(field, wrapLink(selectionOf(field), address))
}
