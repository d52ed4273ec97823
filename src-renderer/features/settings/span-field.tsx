import { useState } from 'react'
import { TextField } from '../../ui/text-field'
import { useDraft } from '../../ui/use-draft'
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
  const [error, setError] = useState<string | null>(null)
  const { draft, write, drop, keep } = useDraft((text) => {
    const read = readSpan(text, range)
    if (!read.ok) {
      setError(read.why)
      return
    }
    setError(null)
    drop()
    if (read.ms !== value) onChange(read.ms)
  })

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
        write(event.target.value)
        setError(null)
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation()
          drop()
          setError(null)
        }
      }}
    />
  )
}
