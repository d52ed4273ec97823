import type { MessageItem, TimelineItem } from '../../../src-preload/contract/conversation'
import { useAction } from '../../desk/actions'
import { useSelection } from '../../desk/selection-store'
import { takeBack } from './delivery-line'

const isHeld = (item: TimelineItem): item is MessageItem =>
  item.kind === 'message' && item.delivery.kind === 'held' && item.author.isMe

/** Z takes back the reply that is still held, as its Undo does. */
export function useUnsend(ticketId: string, items: readonly TimelineItem[]) {
  const isDesk = useSelection((state) => state.place === 'desk')
  const held = items.findLast(isHeld)
  useAction({
    id: 'ticket.unsend',
    title: 'Undo send',
    group: 'ticket',
    keys: ['Z'],
    enabled: isDesk && held !== undefined,
    run: () => {
      if (held !== undefined) void takeBack(ticketId, held)
    },
  })
}
