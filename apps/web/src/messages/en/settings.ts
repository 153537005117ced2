const settings = {
  title: 'Settings',
  display: {
    title: 'Display',
    lead: 'These are kept in this browser only.',
    theme: 'Colours',
    themes: { system: 'As the system is set', light: 'Light', dark: 'Dark' },
    shortcuts: 'Shortcuts with single keys, such as “g b” for the board',
    shortcutsHelp: 'Switch them off if you use speech input or press keys by accident.',
  },
}
export default settings
