import { useState } from 'react'
import { TextField } from '../../ui/text-field'
import { useDraft } from '../../ui/use-draft'

interface NumberFieldProps {
  readonly label: string
  /** Shown while empty: what no limit means. */
  readonly empty: string
  readonly value: number | null
  readonly error: string | null
  readonly onChange: (value: number | null) => void
}

/** A limit, or none. Saves on Enter or on leaving; what is no number stays and says so. */
export function NumberField({ label, empty, value, error, onChange }: NumberFieldProps) {
  const [isNumber, setIsNumber] = useState(true)
  const { draft, write, drop, keep } = useDraft((written) => {
    const text = written.trim().replace(',', '.')
    const read = text === '' ? null : Number(text)
    const isRight = read === null || Number.isFinite(read)
    setIsNumber(isRight)
    if (!isRight) return
    drop()
    if (read !== value) onChange(read)
  })

  return (
    <TextField
      label={label}
      inputMode="decimal"
      autoComplete="off"
      placeholder={empty}
      value={draft ?? (value === null ? '' : String(value))}
      error={isNumber ? error : 'Write a number, or leave it empty.'}
      onChange={(event) => {
        write(event.target.value)
        setIsNumber(true)
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}
