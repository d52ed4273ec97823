import { changeSettings, useSettings } from '../../desk/settings-store'
import { Select } from '../../ui/select'
import { Tabs } from '../../ui/tabs'
import type { SettingSection } from './setting-row'

const scales = [90, 100, 110, 120, 130]

/** Theme, density and text size. */
export function useLookSection(): SettingSection {
  const { theme, density, textScale } = useSettings(({ settings }) => settings)
  const offered = [...new Set([...scales, textScale])].sort((one, other) => one - other)
  return {
    id: 'appearance',
    title: 'Appearance',
    rows: [
      {
        id: 'theme',
        title: 'Theme',
        words: 'dark light system colour',
        control: (
          <Tabs
            label="Theme"
            look="paper"
            tabs={[
              { value: 'system', label: 'As the system' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
            value={theme}
            onChange={(next) => void changeSettings({ theme: next })}
          />
        ),
      },
      {
        id: 'density',
        title: 'Density of the queue',
        words: 'compact comfortable rows',
        control: (
          <Tabs
            label="Density of the queue"
            look="paper"
            tabs={[
              { value: 'comfortable', label: 'Comfortable' },
              { value: 'compact', label: 'Compact' },
            ]}
            value={density}
            onChange={(next) => void changeSettings({ density: next })}
          />
        ),
      },
      {
        id: 'text',
        title: 'Text size',
        words: 'zoom font scale bigger smaller',
        control: (
          <Select
            label="Text size"
            options={offered.map((scale) => ({ value: String(scale), label: `${scale}%` }))}
            value={String(textScale)}
            onChange={(scale) => void changeSettings({ textScale: Number(scale) })}
          />
        ),
      },
    ],
  }
}
