import type { ReactNode } from 'react'
import { Mark } from '../../ui/mark'

export interface CardFrameProps {
  readonly title: string
  readonly lead: ReactNode
  readonly children: ReactNode
}

/** The card's paper: mark, heading and one sentence over the question. */
export function CardFrame({ title, lead, children }: CardFrameProps) {
  return (
    <section className="card" aria-labelledby="card-title">
      <Mark size="large" />
      <h1 id="card-title">{title}</h1>
      <p className="card-lead">{lead}</p>
      {children}
    </section>
  )
}
