import { join } from 'node:path'
import { electron } from '../ready/electron.mjs'
import { asUser } from './user.mjs'

/**
 * How to start the Electron of this machine with its sandbox on: on Linux through a script that leaves root behind.
 */
export const electronCommand = () => {
  const { executable } = electron()
  if (process.platform !== 'linux') return { executable, env: {} }
  const env = { TOPICDESK_AS_USER: asUser().join(' '), TOPICDESK_ELECTRON: executable }
  return { executable: join(import.meta.dirname, 'electron-as-user.sh'), env }
}
