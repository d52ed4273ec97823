import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../ui/icon-button'

export interface AboutLineProps {
  /** Whose message it is, or what is done with it. */
  readonly heading: ReactNode
  readonly text: string
  /** What taking the line away does. */
  readonly leave: string
  readonly onLeave: () => void
}

/** Above the field: the message that the words in it are about. Esc takes it away. */
export function AboutLine({ heading, text, leave, onLeave }: AboutLineProps) {
  return (
    <div className="composer-quote">
      <div>
        {heading}
        <bdi className="clip">{text}</bdi>
      </div>
      <IconButton label={leave} keys="Escape" side="top" icon={<X size={15} />} onClick={onLeave} />
    </div>
  )
}
