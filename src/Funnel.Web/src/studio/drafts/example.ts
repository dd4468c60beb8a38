/** What a new funnel begins with: something valid, small, and with one of each that most funnels need. */
export const exampleFunnel = (id: string) => `{
  "id": ${JSON.stringify(id)},
  "name": "My first funnel",
  "currency": "EUR",
  "products": {
    "house-blend": {
      "name": "House blend, 250 g",
      "price": { "byQuantity": { "1": "8.50", "2": "16.00" } }
    },
    "tin": { "name": "Tin with a tight lid", "price": "2.50" }
  },
  "steps": [
    {
      "id": "coffee",
      "kind": "choose",
      "title": "Your coffee",
      "offers": [
        {
          "id": "house-blend",
          "benefit": "Roasted on Tuesday, with you by Friday.",
          "add": { "product": "house-blend", "quantity": "choose" }
        }
      ]
    },
    {
      "id": "tin",
      "kind": "crossSell",
      "title": "Keep it fresh for longer?",
      "offers": [
        {
          "id": "tin",
          "benefit": "Keeps the aroma in for six weeks instead of two.",
          "add": { "product": "tin" }
        }
      ]
    }
  ]
}
`;
