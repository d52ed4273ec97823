import './banner.css'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface BannerProps {
  readonly tone: 'info' | 'warn' | 'bad'
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly action?: ReactNode
  /** `boxed` inside a card, `band` across the window. */
  readonly shape?: 'boxed' | 'band'
  readonly role?: 'alert' | 'status'
}

/** One calm line that stays until what it says is over. */
export function Banner({ tone, icon, children, action, shape = 'boxed', role }: BannerProps) {
  return (
    <div className={classNames('banner', tone, shape)} role={role}>
      {icon}
      <div className="banner-words">{children}</div>
      {action}
    </div>
  )
}
