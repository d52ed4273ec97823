import { useActions } from '../../desk/action-store'
import { isChangeable, resetKeys, useKeyChanges } from '../../desk/key-changes'
import { Button } from '../../ui/button'
import { KeyField } from './key-field'
import type { SettingRow, SettingSection } from './setting-row'

/** Every single key and what it does; each can be changed. Keys with Ctrl or Alt stay as they are. */
export function useKeysSection(): SettingSection {
  const actions = useActions((state) => state.actions)
  const isChanged = Object.keys(useKeyChanges()).length > 0
  const rows = [...actions.values()]
    .filter(isChangeable)
    .sort((one, other) => one.group.localeCompare(other.group))
    .map(
      (action): SettingRow => ({
        id: action.id,
        title: action.title,
        words: 'keys shortcut',
        control: <KeyField action={action} />,
      }),
    )
  const all: SettingRow = {
    id: 'reset-keys',
    title: 'All keys',
    hint: 'They work outside text fields. Keys with Ctrl or Alt cannot be changed.',
    words: 'keys shortcut reset',
    control: (
      <Button size="small" disabled={!isChanged} onClick={() => void resetKeys()}>
        Reset all keys
      </Button>
    ),
  }
  return { id: 'keys', title: 'Keys', rows: [all, ...rows] }
}
