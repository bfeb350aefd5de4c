export function ItemsScreen() {
  return <h1>Items</h1>;
}
