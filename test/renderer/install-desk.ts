/// <reference path="../../src-renderer/desk/window.d.ts" />
import './no-eval'
import type { Failure } from '../../src-preload/contract/outcome'
import { type SceneName, scenes } from './scene'
import { type Script, scriptedDesk } from './scripted-desk'

declare global {
  interface Window {
    /** The scripted desk's strings, for tests. */
    script: Script
  }
}

// The address says which scene to play: ?scene=busy&theme=dark&change={"refuse":{...}}
const asked = new URLSearchParams(location.search)
const name = asked.get('scene') as SceneName | null
if (name !== null) {
  const change = JSON.parse(asked.get('change') ?? '{}') as { refuse?: Record<string, Failure> }
  const scene = { ...scenes[name], ...change }
  const theme = asked.get('theme') === 'dark' ? 'dark' : 'light'
  window.script = scriptedDesk({ ...scene, settings: { ...scene.settings, theme } })
  Object.assign(window, { desk: window.script.desk })
}
