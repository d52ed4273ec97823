import { Check } from 'lucide-react'
import type { RefObject } from 'react'
import type { Editing } from '../../desk/editing-store'
import { parseMarks } from '../../desk/marks'
import { Button } from '../../ui/button'
import { FormatMenu } from './format-menu'
import { LengthCount } from './length-count'
import { cancelEdit, saveEdit, useSending } from './send-store'
import { SubmitButton } from './submit-button'
import { tooMuchToEdit } from './too-much'

export interface EditToolsProps {
  readonly ticketId: string
  readonly editing: Editing
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
}

/** Under the field while a reply is edited: its files stay, so there is only the formatting, and saving. */
export function EditTools({ ticketId, editing, fieldRef }: EditToolsProps) {
  const isBusy = useSending((state) => state.busy.has(ticketId))
  const { length } = parseMarks(editing.text.trim()).text
  const isEmpty = length === 0 && editing.files === 0
  const isOff = isBusy || isEmpty || tooMuchToEdit(length, editing.files) !== null
  return (
    <div className="composer-tools">
      <FormatMenu fieldRef={fieldRef} />
      <LengthCount mode="reply" length={length} files={editing.files} />
      <span className="spacer" />
      <Button look="quiet" size="small" onClick={() => cancelEdit(ticketId)}>
        Cancel
      </Button>
      <SubmitButton look="primary" text="Save the edit" isOff={isOff} onClick={() => void saveEdit(ticketId)}>
        Save
        <Check size={15} />
      </SubmitButton>
    </div>
  )
}
