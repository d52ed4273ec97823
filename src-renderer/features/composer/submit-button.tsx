import type { ReactNode } from 'react'
import { useSettings } from '../../desk/settings-store'
import { Button } from '../../ui/button'
import { Tooltip } from '../../ui/tooltip'

export interface SubmitButtonProps {
  /** What it does, in its tooltip. */
  readonly text: string
  readonly look: 'primary' | 'dark'
  readonly isOff: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

/** The button of the composer that the key for sending presses. */
export function SubmitButton({ text, look, isOff, onClick, children }: SubmitButtonProps) {
  const sendKey = useSettings((state) => (state.settings.sendKey === 'enter' ? 'Enter' : 'Mod+Enter'))
  return (
    <Tooltip text={text} keys={sendKey} side="top">
      <Button
        look={look}
        size="small"
        type="submit"
        className="composer-send"
        disabled={isOff}
        onClick={onClick}
      >
        {children}
      </Button>
    </Tooltip>
  )
}
