import './face.css'
import { UserRound } from 'lucide-react'
import { classNames } from './class-names'
import { faceTone } from './face-tone'

export interface FaceProps {
  readonly id: string
  readonly name: string
  /** Customers are round, teammates square (interface.md section 3). */
  readonly kind: 'customer' | 'agent'
  /** Pixels. */
  readonly size?: 18 | 20 | 24 | 28 | 32 | 36
  /** Shown on the corner when above zero. */
  readonly unread?: number
}

/** A person's initial on a ground chosen by the id. For eyes only: the name stands beside it. */
export function Face({ id, name, kind, size = 32, unread = 0 }: FaceProps) {
  return (
    <span className={classNames('face', kind, `s${size}`, `tone-${faceTone(id)}`)} aria-hidden="true">
      {initialOf(name)}
      {unread > 0 && <span className="face-unread">{unread > 99 ? '99+' : unread}</span>}
    </span>
  )
}

/** The empty place of an assignee. */
export function NobodyFace({ size = 20 }: { readonly size?: 18 | 20 | 24 | 28 }) {
  return (
    <span className={classNames('face agent nobody', `s${size}`)} aria-hidden="true">
      <UserRound size={size * 0.62} />
    </span>
  )
}

const grapheme = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The first letter or digit; a name without one shows its first sign, an empty name a question mark. */
export function initialOf(name: string): string {
  const letter = name.match(/[\p{L}\p{N}]/u)?.[0]
  if (letter) return letter.toLocaleUpperCase('en')
  const visible = name.replace(/[\p{C}\p{Z}]/gu, '')
  return [...grapheme.segment(visible)][0]?.segment ?? '?'
}
