/// <reference path="../../src-renderer/desk/window.d.ts" />
import './no-eval'
import { type SceneName, scenes } from './scene'
import { type Script, scriptedDesk } from './scripted-desk'

declare global {
  interface Window {
    /** Which scene to play; set before this runs. */
    readonly topicdeskScene: {
      readonly name: SceneName
      readonly theme: 'light' | 'dark'
      readonly change?: object
    }
    /** The scripted desk's strings, for tests. */
    script: Script
  }
}

const { name, theme, change } = window.topicdeskScene
const scene = { ...scenes[name], ...change }
window.script = scriptedDesk({ ...scene, settings: { ...scene.settings, theme } })
Object.assign(window, { desk: window.script.desk })
