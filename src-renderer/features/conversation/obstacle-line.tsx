import { CircleSlash, KeyRound, MessageSquareX, UserX } from 'lucide-react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { useNow } from '../../desk/now-store'
import { type Obstacle, obstacleOf } from '../../desk/obstacle'
import { recreateTopic } from '../../desk/recreate-topic'
import { showSettings } from '../../desk/settings-place-store'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'

const icons: Readonly<Record<Obstacle['kind'], typeof UserX>> = {
  'topic-deleted': MessageSquareX,
  blocked: CircleSlash,
  'customer-gone': UserX,
  'signed-out': KeyRound,
}

/** Over the composer: why a reply would not reach the customer, and what helps, before anyone writes. */
export function ObstacleLine({ ticket }: { readonly ticket: TicketView }) {
  const obstacle = obstacleOf(ticket, useNow('minute'))
  if (obstacle === null) return null
  const { kind, text, isFinal } = obstacle
  const Icon = icons[kind]
  return (
    <div className="obstacle">
      <Banner
        tone={isFinal ? 'bad' : 'warn'}
        icon={<Icon />}
        role="status"
        action={
          kind === 'topic-deleted' ? (
            <Button size="small" onClick={() => void recreateTopic(ticket)}>
              Make the topic again
            </Button>
          ) : (
            kind === 'signed-out' && (
              <Button size="small" onClick={() => showSettings(null, 'account')}>
                Show accounts
              </Button>
            )
          )
        }
      >
        {text}
      </Banner>
    </div>
  )
}
