import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asUser } from './user.mjs'

/**
 * A session bus without service files: nothing starts by itself, so a missing keyring is really missing.
 *
 * @param {string} folder
 */
export const writeBusConfig = (folder) => {
  const config = join(folder, 'bus.conf')
  const address = `unix:path=${join(folder, 'run/bus')}`
  writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow receive_sender="*" eavesdrop="true"/>
  </policy>
</busconfig>
`,
  )
  return { config, address }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 */
export const isOnBus = (env, name) => {
  const ask = [
    'dbus-send',
    '--session',
    '--print-reply=literal',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
  ]
  const [program = '', ...args] = [...asUser(), ...ask, 'org.freedesktop.DBus.NameHasOwner', `string:${name}`]
  return spawnSync(program, args, { env, encoding: 'utf8' }).stdout.includes('true')
}
