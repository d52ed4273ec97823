import type { ComponentProps, SyntheticEvent } from 'react'

type Deaf = Pick<
  ComponentProps<'button'>,
  'aria-disabled' | 'onClick' | 'onPointerDown' | 'onMouseDown' | 'onKeyDown'
>

function stop(event: SyntheticEvent) {
  event.preventDefault()
  event.stopPropagation()
}

/**
 * What makes a button deaf without taking it out of the order of Tab: one that switches itself off, as while it is busy,
 * keeps the focus, and ears learn of it. A form whose submit button is off is not submitted by Enter either.
 */
export const off = (disabled: boolean | undefined): Deaf =>
  disabled
    ? {
        'aria-disabled': true,
        onClick: stop,
        onPointerDown: undefined,
        onMouseDown: undefined,
        onKeyDown: undefined,
      }
    : {}
