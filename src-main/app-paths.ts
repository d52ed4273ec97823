import { join } from 'node:path'

/**
 * Where things are. The bundle stands two folders below the app's own folder, in the repository and in a
 * package alike (electron-builder.yml).
 *
 * @param profile the user data folder
 */
export function appPaths(profile: string) {
  const app = join(__dirname, '../..')
  const resource = (name: string) => join(app, 'resources', name)
  const template = process.platform === 'darwin' ? 'Template' : ''
  return {
    preload: join(__dirname, '../preload/index.cjs'),
    renderer: join(__dirname, '../renderer'),
    icon: resource('icon.png'),
    tray: { calm: resource(`tray${template}.png`), attention: resource(`tray-attention${template}.png`) },
    journal: join(profile, 'desk'),
    outgoing: join(profile, 'files/outgoing'),
    received: join(profile, 'files/received'),
    secrets: join(profile, 'secrets'),
    logs: join(profile, 'logs'),
    window: join(profile, 'window.json'),
  }
}
