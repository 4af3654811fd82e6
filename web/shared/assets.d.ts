/** Style sheets imported by scripts arrive as text; the build minifies them and resolves their imports. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** Set by the build: where the hashed files lie, relative to the script that asks. Empty: not built. */
declare const PANEL_FILE: string;
declare const DETECTION_FILE: string;
declare const STATE_FILE: string;
