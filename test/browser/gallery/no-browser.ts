/** Stands for the extension interfaces on a page that is in no extension. */
const never = () => new Promise<never>(() => {});
export default { runtime: { sendMessage: never }, storage: {}, tabs: { query: never } };
