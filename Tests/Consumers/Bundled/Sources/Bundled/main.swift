print(Customer(id: 1, name: "Ann").name)
