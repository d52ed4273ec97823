import { type ReactNode, useState } from 'react'
import type { Outcome } from '../../../src-preload/contract/outcome'
import type { SessionView } from '../../../src-preload/contract/session'
import { Button } from '../../ui/button'
import { TextField, type TextFieldProps } from '../../ui/text-field'
import { useAsking } from './use-asking'
import { useFirstFocus } from './use-first-focus'

export interface OneFieldWayProps
  extends Pick<TextFieldProps, 'label' | 'hint' | 'placeholder' | 'type' | 'inputMode' | 'autoComplete'> {
  /** The field of the command that a refusal may name. */
  readonly field: string
  /** The words of the button. */
  readonly does: string
  readonly ask: (text: string) => Promise<Outcome<SessionView>>
  /** Between the field and the button. */
  readonly children?: ReactNode
}

/** A way to sign in that begins with one line of text. */
export function OneFieldWay({ field, does, ask, children, ...looks }: OneFieldWayProps) {
  const [text, setText] = useState('')
  const asking = useAsking([field])
  const first = useFirstFocus()
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault()
        if (!asking.mustWait) asking.submit(ask(text))
      }}
    >
      <TextField
        {...looks}
        ref={first}
        scale="large"
        spellCheck={false}
        value={text}
        error={asking.errorOf(field, true)}
        onChange={(event) => {
          setText(event.target.value)
          if (!asking.mustWait) asking.forget()
        }}
      />
      {children}
      <Button type="submit" look="primary" size="large" disabled={asking.busy || asking.mustWait}>
        {does}
      </Button>
    </form>
  )
}
