import { CircleSlash, Inbox, KeyRound, MessageSquareX, UserX } from 'lucide-react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { ask } from '../../desk/ask'
import { useNow } from '../../desk/now-store'
import { type Obstacle, obstacleOf } from '../../desk/obstacle'
import { recreateTopic } from '../../desk/recreate-topic'
import { requestFocus } from '../../desk/selection-store'
import { showSettings } from '../../desk/settings-place-store'
import { toastFailure } from '../../desk/toast-store'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'

const icons: Readonly<Record<Obstacle['kind'], typeof UserX>> = {
  'topic-deleted': MessageSquareX,
  'off-desk': Inbox,
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
          ) : kind === 'off-desk' && ticket.way === 'privateChat' && ticket.account ? (
            <PutBack accountId={ticket.account.id} personId={ticket.customer.id} />
          ) : (
            (kind === 'signed-out' || kind === 'off-desk') && (
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

/** Puts a private chat that was taken off the desk back on it. */
function PutBack(chat: { readonly accountId: string; readonly personId: string }) {
  return (
    <Button
      size="small"
      onClick={() =>
        void ask(window.desk.accounts.openChat(chat)).then(() => requestFocus('composer'), toastFailure)
      }
    >
      Put it back
    </Button>
  )
}
