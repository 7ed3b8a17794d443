declare module '*.png?inline' {
  /** A data: URL. */
  const image: string;
  export default image;
}
