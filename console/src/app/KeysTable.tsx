interface Props {
  /** Keys and what they do. A comma separates keys that do the same, a blank keys that follow each other. */
  rows: readonly (readonly [string, string])[];
}

export function KeysTable({ rows }: Props) {
  return (
    <table className="keys">
      <tbody>
        {rows.map(([keys, what]) => (
          <tr key={keys}>
            <th scope="row">
              {keys.split(/, | /).map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </th>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
