import './steps.css'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** A list of things to do, in their order; each child is one `li`. */
export function Steps({
  className,
  children,
}: {
  readonly className?: string
  readonly children: ReactNode
}) {
  return <ol className={classNames('steps', className)}>{children}</ol>
}
