import { useAction } from '../desk/actions'
import { goToNextToSend } from '../desk/next-to-send'
import { go, requestFocus, showView } from '../desk/selection-store'
import { changeSettings } from '../desk/settings-store'
import { openPalette } from '../features/palette/palette-store'
import { openKeySheet } from '../features/shortcuts/key-sheet-store'
import { moveBetweenParts } from './parts'

/** What the frame itself can do: go to places, palette, keys, theme. */
export function useWindowActions(): void {
  useAction({ id: 'go-desk', title: 'Go to the desk', group: 'go', keys: ['G D'], run: () => go('desk') })
  useAction({
    id: 'go-mine',
    title: 'Go to my tickets',
    group: 'go',
    keys: ['G M'],
    run: () => {
      showView('mine')
      requestFocus('queue')
    },
  })
  useAction({
    id: 'go-unassigned',
    title: 'Go to unassigned tickets',
    group: 'go',
    keys: ['G U'],
    run: () => {
      showView('unassigned')
      requestFocus('queue')
    },
  })
  useAction({
    id: 'go-overdue',
    title: 'Go to overdue tickets',
    group: 'go',
    keys: ['G O'],
    run: () => {
      showView('overdue')
      requestFocus('queue')
    },
  })
  useAction({
    id: 'go-to-send',
    title: 'Go to the next message to send',
    group: 'go',
    run: () => void goToNextToSend(),
  })
  useAction({
    id: 'go-settings',
    title: 'Go to settings',
    group: 'go',
    keys: ['Mod+,'],
    overDialogs: true,
    run: () => go('settings'),
  })
  useAction({
    id: 'palette',
    title: 'All commands',
    group: 'desk',
    keys: ['Mod+K'],
    overDialogs: true,
    keysOnly: true,
    run: openPalette,
  })
  useAction({ id: 'key-sheet', title: 'Show all keys', group: 'desk', keys: ['?'], run: openKeySheet })
  useAction({
    id: 'theme',
    title: 'Switch between light and dark',
    group: 'desk',
    keys: ['Mod+Shift+L'],
    overDialogs: true,
    run: () =>
      void changeSettings({ theme: document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark' }),
  })
  useAction({
    id: 'reconnect',
    title: 'Connect to Telegram again',
    group: 'desk',
    run: () => void window.desk.desk.reconnect(),
  })
  useAction({
    id: 'next-part',
    title: 'Move to the next part of the window',
    group: 'go',
    keys: ['F6'],
    keysOnly: true,
    run: () => moveBetweenParts(1),
  })
  useAction({
    id: 'previous-part',
    title: 'Move to the previous part of the window',
    group: 'go',
    keys: ['Shift+F6'],
    keysOnly: true,
    run: () => moveBetweenParts(-1),
  })
}
