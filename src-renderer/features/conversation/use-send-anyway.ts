import type { MessageItem, TimelineItem } from '../../../src-preload/contract/conversation'
import { useAction } from '../../desk/actions'
import { useSelection } from '../../desk/selection-store'
import { sendAgain } from './delivery-line'
import { isOvertaken } from './is-overtaken'

const isFailed = (item: TimelineItem): item is MessageItem =>
  item.kind === 'message' && item.outboxId !== null && item.delivery.kind === 'failed'

/** Shift R sends the oldest reply that the customer overtook all the same, as its "Send anyway" does. */
export function useSendAnyway(ticketId: string, items: readonly TimelineItem[]) {
  const isDesk = useSelection((state) => state.place === 'desk')
  const oldest = items.find(isFailed)
  const stopped = oldest !== undefined && isOvertaken(oldest) ? oldest : undefined
  useAction({
    id: 'ticket.send-anyway',
    title: 'Send the stopped reply anyway',
    group: 'ticket',
    keys: ['Shift+R'],
    enabled: isDesk && stopped !== undefined,
    run: () => {
      if (stopped?.outboxId) sendAgain(ticketId, stopped.outboxId)
    },
  })
}
