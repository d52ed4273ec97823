import { useState } from 'react'
import { TextField } from '../../ui/text-field'
import { readSpan, type SpanRange, spanText } from './span-text'

interface SpanFieldProps {
  readonly label: string
  readonly value: number | null
  readonly range: SpanRange
  /** Shown while empty, such as "none" or "never". */
  readonly empty?: string
  readonly onChange: (ms: number | null) => void
}

/** A time written as 30m, 2h or 2d. Saves on Enter or on leaving; what cannot be read stays and says why. */
export function SpanField({ label, value, range, empty = 'none', onChange }: SpanFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)

  function save() {
    if (draft === null) return
    const read = readSpan(draft, range)
    if (!read.ok) {
      setError(read.why)
      return
    }
    setError(null)
    setDraft(null)
    if (read.ms !== value) onChange(read.ms)
  }

  return (
    <TextField
      label={label}
      hideLabel
      className="span-field"
      spellCheck={false}
      autoComplete="off"
      placeholder={empty}
      value={draft ?? spanText(value)}
      error={error}
      onChange={(event) => {
        setDraft(event.target.value)
        setError(null)
      }}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation()
          setDraft(null)
          setError(null)
        }
      }}
    />
  )
}
