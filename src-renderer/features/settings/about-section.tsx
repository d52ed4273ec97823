import type { SettingSection } from './setting-row'

/** The versions that the runtime names itself with, such as `Topicdesk/0.1.0` and `Electron/45.4.1`. */
export function versionsIn(
  userAgent: string,
): readonly { readonly name: string; readonly version: string }[] {
  return ['Topicdesk', 'Electron', 'Chrome'].flatMap((name) => {
    const version = userAgent.match(new RegExp(`\\b${name}/([\\w.-]+)`, 'i'))?.[1]
    return version ? [{ name: name === 'Chrome' ? 'Chromium' : name, version }] : []
  })
}

/** What runs here. */
export function useAboutSection(): SettingSection {
  const versions = versionsIn(navigator.userAgent)
  return {
    id: 'about',
    title: 'About',
    rows: [
      {
        id: 'version',
        title: 'Version',
        control: (
          <span className="selectable">
            {versions.map(({ name, version }) => `${name} ${version}`).join(', ')}
          </span>
        ),
      },
      {
        id: 'privacy',
        title: 'Where messages are',
        words: 'privacy data local',
        hint: 'On this computer and at Telegram, nowhere else. Topicdesk sends no statistics and loads nothing from the web.',
      },
      {
        id: 'licence',
        title: 'Licence',
        hint: 'MIT. The typeface is Inter, under the SIL Open Font License; icons are by Lucide, ISC.',
      },
    ],
  }
}
