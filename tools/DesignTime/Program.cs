Console.WriteLine("This program only lets dotnet-ef see the model; use tools/migration NAME.");
