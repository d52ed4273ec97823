import { useAction } from '../../desk/actions'
import { go, requestFocus, showView, useSelection } from '../../desk/selection-store'
import { search } from './search-store'
import { moveBy } from './use-list-keys'

/** What can be done with the queue, for keys and the palette (interface.md section 10). */
export function useQueueActions() {
  const enabled = useSelection((state) => state.place === 'desk')
  const isChosen = useSelection((state) => state.ticketId !== null)
  useAction({
    id: 'queue.next',
    title: 'Next row',
    group: 'queue',
    keys: ['J', 'Alt+ArrowDown'],
    keysOnly: true,
    enabled,
    run: () => step(1),
  })
  useAction({
    id: 'queue.previous',
    title: 'Previous row',
    group: 'queue',
    keys: ['K', 'Alt+ArrowUp'],
    keysOnly: true,
    enabled,
    run: () => step(-1),
  })
  useAction({
    id: 'queue.enter',
    title: 'Into the conversation',
    group: 'queue',
    keysOnly: true,
    enabled: enabled && isChosen,
    run: () => requestFocus('conversation'),
  })
  useAction({
    id: 'queue.search',
    title: 'Search tickets',
    group: 'queue',
    keys: ['/'],
    run: () => {
      go('desk')
      search.open()
      requestFocus('queue')
    },
  })
  useAction({
    id: 'queue.all',
    title: 'Show all open tickets',
    group: 'queue',
    keys: ['1'],
    enabled,
    run: () => showView('all'),
  })
  useAction({
    id: 'queue.mine',
    title: 'Show my tickets',
    group: 'queue',
    keys: ['2'],
    keysOnly: true,
    enabled,
    run: () => showView('mine'),
  })
  useAction({
    id: 'queue.unassigned',
    title: 'Show unassigned tickets',
    group: 'queue',
    keys: ['3'],
    keysOnly: true,
    enabled,
    run: () => showView('unassigned'),
  })
  useAction({
    id: 'queue.overdue',
    title: 'Show overdue tickets',
    group: 'queue',
    keys: ['4'],
    keysOnly: true,
    enabled,
    run: () => showView('overdue'),
  })
  useAction({ id: 'queue.done', title: 'Show done tickets', group: 'queue', run: () => showView('done') })
}

/** Moves on from wherever the focus is; where nothing has it, the queue takes it, so that Enter and the arrows go on. */
function step(by: 1 | -1) {
  if (document.activeElement === document.body && !search.use.getState().isOpen) requestFocus('queue')
  void moveBy(by)
}
