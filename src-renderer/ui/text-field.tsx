import './field.css'
import { CircleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names'

export interface TextFieldProps extends ComponentProps<'input'> {
  readonly label: string
  /** Keeps the label for ears only. */
  readonly hideLabel?: boolean
  readonly hint?: ReactNode
  /** What is wrong, in words; drawn under the field and read out. */
  readonly error?: string | null | undefined
  readonly icon?: ReactNode
  /** A control inside the field, after the text. */
  readonly after?: ReactNode
  readonly scale?: 'medium' | 'large'
}

/** One line of text with its label above, and its error or hint below. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, hint, error, icon, after, scale = 'medium', className, id, ...rest } = props
  const own = useId()
  const inputId = id ?? own
  const errorId = `${inputId}-error`
  const hintId = `${inputId}-hint`
  const told = [error && errorId, hint && hintId].filter(Boolean).join(' ')
  return (
    <div className={classNames('field-block', className)}>
      <label htmlFor={inputId} className={hideLabel ? 'hidden-text' : 'field-label'}>
        {label}
      </label>
      <div className={classNames('field', scale, error && 'wrong')}>
        {icon}
        <input
          {...rest}
          id={inputId}
          aria-invalid={error ? true : undefined}
          aria-describedby={told === '' ? undefined : told}
        />
        {after}
      </div>
      {error && <FieldError id={errorId}>{error}</FieldError>}
      {hint && (
        <p id={hintId} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}

/** What is wrong with a field, under it: icon and words, read out at once. */
export function FieldError({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p id={id} className="field-error" role="alert">
      <CircleAlert size={14} />
      <span>{children}</span>
    </p>
  )
}
