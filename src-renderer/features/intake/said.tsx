import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names'

/** What the invented customer of the preview begins with: it becomes the title of the ticket. */
export const firstWords = 'Hello, I have a question about my order.'

/** One message in the preview of the chat. */
export function Said({
  side,
  children,
}: {
  readonly side: 'bot' | 'customer'
  readonly children: ReactNode
}) {
  return (
    <p className={classNames('preview-said', side)}>
      <bdi>{children}</bdi>
    </p>
  )
}
