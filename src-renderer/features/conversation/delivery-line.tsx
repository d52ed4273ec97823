import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react'
import type { MessageItem } from '../../../src-preload/contract/conversation'
import { ask } from '../../desk/ask'
import { drafts } from '../../desk/draft-store'
import { useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { useReading } from '../../desk/reading-store'
import { requestFocus } from '../../desk/selection-store'
import { timelines } from '../../desk/timeline-store'
import { toast, toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { isOvertaken } from './is-overtaken'
import { deliveryWords } from './message-words'
import { oldestStopped } from './oldest-stopped'

/** Sends the oldest stopped reply from the composer too, where the focus is after sending. */
export const sendAnywayKeys = 'Mod+Shift+R'

/** Takes a reply back that has not gone out; its words return to the composer. */
export async function takeBack(ticketId: string, item: MessageItem): Promise<void> {
  if (item.outboxId === null) return
  try {
    const draft = await ask(window.desk.conversation.discard({ ticketId, outboxId: item.outboxId }))
    // The words are not older than what was read before they were taken back.
    const seen = useReading.getState().seen.get(ticketId) ?? item.position
    drafts.giveBack(draft, item, seen)
    requestFocus('composer')
  } catch (thrown) {
    toastFailure(thrown)
  }
}

/** Looks whether a reply of which nobody can tell has arrived, and says what came of it. */
function check(ticketId: string, outboxId: string) {
  ask(window.desk.conversation.check({ ticketId, outboxId })).then(
    (whyNot) =>
      toast({
        tone: whyNot === null ? 'good' : 'info',
        key: `check ${outboxId}`,
        text: whyNot ?? 'It arrived. It is marked as sent.',
      }),
    toastFailure,
  )
}

/** Sends a reply that did not go out once more. */
export function sendAgain(ticketId: string, outboxId: string) {
  ask(window.desk.conversation.retry({ ticketId, outboxId })).catch(toastFailure)
}

/** The tick of a reply that went out. */
export function Ticks({ item, customer }: { readonly item: MessageItem; readonly customer: string }) {
  if (item.delivery.kind === 'sent')
    return (
      <span className="ticks" role="img" aria-label="Sent" title="Sent">
        <Check size={13} />
      </span>
    )
  if (item.delivery.kind === 'read') {
    const words = `Read by ${cleanLine(customer, 'the customer')}`
    return (
      <span className="ticks" role="img" aria-label={words} title={words}>
        <CheckCheck size={13} />
      </span>
    )
  }
  return null
}

/** What keeps a reply from having gone out, and what can be done about it. */
export function DeliveryLine({ ticketId, item }: { readonly ticketId: string; readonly item: MessageItem }) {
  const { delivery, outboxId } = item
  const isCounting = delivery.kind === 'held' || (delivery.kind === 'queued' && delivery.until !== null)
  return isCounting ? (
    <CountingLine ticketId={ticketId} item={item} />
  ) : (
    <LineAt ticketId={ticketId} item={item} now={0} key={outboxId} />
  )
}

function CountingLine(props: { readonly ticketId: string; readonly item: MessageItem }) {
  return <LineAt {...props} now={useNow('second')} />
}

function LineAt(props: { readonly ticketId: string; readonly item: MessageItem; readonly now: number }) {
  const { ticketId, item, now } = props
  const { delivery, outboxId } = item
  const words = deliveryWords(delivery, now, item.at)
  if (words === null) return null
  const canUndo = delivery.kind === 'held'
  const canDiscard = words.look === 'failed'
  return (
    <>
      {words.look === 'failed' ? <CircleAlert size={13} /> : <Clock size={13} />}
      <span
        className="delivery-words"
        title={delivery.kind === 'uncertain' ? cleanLine(delivery.reason) : undefined}
      >
        {words.text}
      </span>
      {outboxId !== null && delivery.kind === 'uncertain' && (
        <Button look="link" onClick={() => check(ticketId, outboxId)}>
          Check in Telegram
        </Button>
      )}
      {outboxId !== null && words.look === 'failed' && (
        <SendAgain ticketId={ticketId} outboxId={outboxId} item={item} />
      )}
      {outboxId !== null && (canUndo || canDiscard) && (
        <Button look="link" onClick={() => void takeBack(ticketId, item)}>
          {canUndo ? 'Undo' : 'Discard'}
        </Button>
      )}
    </>
  )
}

interface SendAgainProps {
  readonly ticketId: string
  readonly outboxId: string
  readonly item: MessageItem
}

/**
 * Sends it once more. If it was stopped by what the customer wrote, the button says that it is sent all the same, and by
 * which key from wherever the agent is.
 */
function SendAgain({ ticketId, outboxId, item }: SendAgainProps) {
  const isStale = isOvertaken(item)
  const isNext = timelines.use(
    ({ byTicket }) => oldestStopped(byTicket.get(ticketId)?.items ?? [])?.outboxId === outboxId,
  )
  return (
    <Button
      look="link"
      keys={isNext ? sendAnywayKeys : undefined}
      onClick={() => sendAgain(ticketId, outboxId)}
    >
      {isStale ? 'Send anyway' : 'Try again'}
    </Button>
  )
}
