import { type KeyboardEvent, useState } from 'react'
import type { Failure } from '../../../src-preload/contract/outcome'
import { TextArea } from '../../ui/text-area'
import { FieldError } from '../../ui/text-field'

interface KeptTextProps {
  readonly label: string
  /** Shown while there is nothing. */
  readonly empty: string
  readonly value: string
  /** Several lines, at most this many in sight; one line without. */
  readonly rows?: number
  readonly onKeep: (text: string) => Promise<Failure | null>
}

/** A text that is kept on leaving it. Refused, it stays in the field with the reason. */
export function KeptText({ label, empty, value, rows, onKeep }: KeptTextProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const text = draft ?? value

  async function keep() {
    if (draft === null) return
    if (draft.trim() === value.trim()) return setDraft(null)
    const failure = await onKeep(draft.trim())
    setWrong(failure?.message ?? null)
    if (failure === null) setDraft((now) => (now === draft ? null : now))
  }

  const shared = {
    placeholder: empty,
    dir: 'auto',
    onBlur: () => void keep(),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        event.currentTarget.blur()
      }
      if (event.key !== 'Escape' || draft === null) return
      event.stopPropagation()
      setDraft(null)
      setWrong(null)
    },
  }
  const write = (next: string) => {
    setDraft(next)
    setWrong(null)
  }
  return (
    <div className="kept-text">
      {rows === undefined ? (
        <input
          {...shared}
          className="sheet-input"
          aria-label={label}
          aria-invalid={wrong ? true : undefined}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      ) : (
        <TextArea
          {...shared}
          className="sheet-input contact-notes"
          label={label}
          minRows={1}
          maxRows={rows}
          maxLength={4000}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      )}
      {wrong && <FieldError>{wrong}</FieldError>}
    </div>
  )
}
