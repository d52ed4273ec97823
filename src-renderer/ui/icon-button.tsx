import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { useAriaKeys } from './key-names'
import { off } from './off'
import { Tooltip } from './tooltip'
import './button.css'

export interface IconButtonProps extends ComponentProps<'button'> {
  /** The accessible name, and the words of the tooltip. */
  readonly label: string
  readonly icon: ReactNode
  readonly keys?: string | undefined
  readonly look?: 'plain' | 'quiet'
  readonly size?: 'small' | 'medium'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
}

/** A square button with an icon. Its tooltip shows the words and the key. */
export function IconButton({
  label,
  icon,
  keys,
  look = 'quiet',
  size = 'small',
  side = 'bottom',
  className,
  disabled,
  ...rest
}: IconButtonProps) {
  const shortcuts = useAriaKeys(keys)
  return (
    <Tooltip text={label} keys={keys} side={side}>
      <button
        type="button"
        aria-label={label}
        aria-keyshortcuts={shortcuts}
        {...rest}
        {...off(disabled)}
        className={classNames('button square', look, size, className)}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
