import { type KeyboardEvent, useState } from 'react'
import type { Failure } from '../../../src-preload/contract/outcome'
import { TextArea } from '../../ui/text-area'
import { FieldError } from '../../ui/text-field'
import { useDraft } from '../../ui/use-draft'

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
  const [wrong, setWrong] = useState<string | null>(null)
  const { draft, write, drop, settle, keep } = useDraft(async (written) => {
    if (written.trim() === value.trim()) return drop()
    const failure = await onKeep(written.trim())
    setWrong(failure?.message ?? null)
    if (failure === null) settle(written)
  })
  const text = draft ?? value

  const shared = {
    placeholder: empty,
    dir: 'auto',
    onBlur: keep,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        event.currentTarget.blur()
      }
      if (event.key !== 'Escape' || draft === null) return
      event.stopPropagation()
      drop()
      setWrong(null)
    },
  }
  const change = (next: string) => {
    write(next)
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
          onChange={(event) => change(event.target.value)}
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
          onChange={(event) => change(event.target.value)}
        />
      )}
      {wrong && <FieldError>{wrong}</FieldError>}
    </div>
  )
}
