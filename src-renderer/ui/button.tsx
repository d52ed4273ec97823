import './button.css'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { Kbd } from './kbd'
import { useAriaKeys } from './key-names'
import { off } from './off'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one main action in sight; `dark` adds a note; `link` reads as words. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger' | 'dark' | 'link'
  readonly size?: 'small' | 'medium' | 'large'
  readonly icon?: ReactNode
  /** Drawn as caps after the words and told as `aria-keyshortcuts`. */
  readonly keys?: string | undefined
}

/** A button: a verb, and perhaps an icon before it and a key after it. */
export function Button({
  look = 'plain',
  size = 'medium',
  icon,
  keys,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  const shortcuts = useAriaKeys(keys)
  return (
    <button
      type="button"
      aria-keyshortcuts={shortcuts}
      {...rest}
      {...off(disabled)}
      className={classNames('button', look, size, className)}
    >
      {icon}
      {children}
      {keys && <Kbd keys={keys} />}
    </button>
  )
}
